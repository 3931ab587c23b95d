/** What must always hold of segments and campaigns; each names which. */
export const segmentChecks: Record<string, string> = {
  'who is in a segment entered it last': `SELECT k.id || ': ' || k.customer_id AS wrong FROM (
      SELECT m.segment_id AS id, m.customer_id, 'entered' AS what FROM segment_members m
      UNION ALL SELECT e.segment_id, e.customer_id, 'left' FROM segment_events e
        WHERE NOT EXISTS (SELECT 1 FROM segment_members m WHERE m.segment_id = e.segment_id AND m.customer_id = e.customer_id)
        GROUP BY e.segment_id, e.customer_id) k
    WHERE k.what IS NOT (SELECT e.what FROM segment_events e WHERE e.customer_id = k.customer_id AND e.segment_id = k.id ORDER BY e.id DESC LIMIT 1)`,
  'a campaign that is done was given to, or kept from, each of its people': `SELECT p.campaign_id || ': ' || p.customer_id AS wrong
    FROM campaign_people p JOIN campaigns k ON k.id = p.campaign_id WHERE k.state = 'done' AND p.at IS NULL`,
  'who is in a campaign that follows a segment entered or left it': `SELECT p.campaign_id || ': ' || p.customer_id AS wrong
    FROM campaigns k JOIN segment_follows w ON w.id = k.follow_id JOIN campaign_people p ON p.campaign_id = k.id
    WHERE k.segment_id IS NOT w.segment_id OR NOT EXISTS (SELECT 1 FROM segment_events e
      WHERE e.customer_id = p.customer_id AND e.segment_id = w.segment_id AND e.what = w.what)`,
  'the same follows for nobody twice within 90 days': `SELECT k.follow_id || ': ' || p.customer_id AS wrong
    FROM campaigns k JOIN campaign_people p ON p.campaign_id = k.id JOIN campaign_people o ON o.customer_id = p.customer_id
      JOIN campaigns t ON t.id = o.campaign_id AND t.follow_id = k.follow_id
    WHERE k.follow_id IS NOT NULL AND t.id <> k.id AND p.left_out IS NULL AND o.left_out IS NULL
      AND o.at >= p.at AND o.at - p.at < 90 * 86400000`,
  'what a campaign gave is of its offer and its people': `SELECT v.id AS wrong FROM campaign_people p JOIN campaigns k ON k.id = p.campaign_id
    JOIN vouchers v ON v.id = p.voucher_id WHERE v.offer_id IS NOT k.offer_id OR v.customer_id <> p.customer_id`,
}
