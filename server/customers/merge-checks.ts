import { ends } from './merge.ts'

/** What must always hold of records that are one person. */
export const mergeChecks: Record<string, string> = {
  'a merged record leads where its merges do': `${ends} SELECT c.id AS wrong FROM customers c LEFT JOIN ends e ON e.id = c.id
    WHERE c.merged_into IS NOT e.end`,
  'whom others were merged into was merged into nobody': `SELECT c.id AS wrong FROM customers c JOIN customers t ON t.id = c.merged_into
    WHERE t.merged_into IS NOT NULL`,
  'who is looked for is found as who they are': `SELECT c.id AS wrong FROM customers c LEFT JOIN customer_search s ON s.customer_id = c.id
    WHERE s.person_id IS NOT coalesce(c.merged_into, c.id) OR s.name IS NOT c.name OR s.folded IS NOT c.name_folded
      OR s.phone IS NOT coalesce(replace(c.phone, '+84', '0'), '')`,
}
