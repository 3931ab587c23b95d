const one = (id: string) => `(SELECT coalesce(merged_into, id) FROM customers WHERE id = ${id})`

/** What must hold of friends, birthdays and points that wait; each question's right answer is no row. */
export const friendChecks: Record<string, string> = {
  'who brought a friend was paid for a visit of that friend': `SELECT r.friend_id AS wrong FROM referrals r LEFT JOIN bookings b ON b.id = r.booking_id
    WHERE r.state = 'paid' AND (b.id IS NULL OR b.status <> 'completed' OR ${one('b.customer_id')} <> ${one('r.friend_id')})`,
  'points for a friend are of an invitation that was paid': `SELECT e.id AS wrong FROM ledger_entries e
    WHERE e.kind = 'given' AND e.sum ->> 'thanks' IN ('brought_friend', 'came_by_friend') AND NOT EXISTS (SELECT 1 FROM referrals r
      WHERE e.cause IN (r.friend_id || ':came', r.friend_id || ':brought') AND r.state <> 'waiting')`,
  'a birthday is given for once a year': `SELECT e.id AS wrong FROM ledger_entries e WHERE e.kind = 'given' AND e.sum ->> 'thanks' = 'birthday'
    AND NOT EXISTS (SELECT 1 FROM birthday_gifts g WHERE e.cause = 'birthday:' || g.customer_id || ':' || g.year)`,
  'points that wait for somebody to look say why': `SELECT l.id AS wrong FROM lots l
    WHERE l.pending > 0 AND l.active_from IS NULL AND l.wallet = 'points' AND NOT EXISTS (SELECT 1 FROM ledger_entries e
      WHERE e.cause = l.cause AND e.wallet = l.wallet AND e.sum ->> 'held' IS NOT NULL)`,
}
