import { friendChecks } from './friend-checks.ts'
import { walletChecks } from './wallet-checks.ts'

const own = "('pending', 'active', 'reserved', 'owed')"

/** What the books must always say (I1 to I8); each question's right answer is no row. The doctor asks them. */
export const ledgerChecks: Record<string, string> = {
  'every entry of the ledger adds up to nothing': `SELECT e.id AS wrong FROM ledger_entries e
    LEFT JOIN postings p ON p.entry_id = e.id GROUP BY e.id HAVING sum(p.amount) <> 0`,
  'an entry says what it moved': `SELECT e.id AS wrong FROM ledger_entries e LEFT JOIN postings p ON p.entry_id = e.id AND p.account IN ${own}
    GROUP BY e.id HAVING e.units <> coalesce(iif(sum(p.amount) <> 0, sum(p.amount), sum(max(p.amount, 0))), 0)`,
  'a lot holds what was posted to it': `SELECT l.id AS wrong FROM lots l LEFT JOIN postings p ON p.lot_id = l.id GROUP BY l.id
    HAVING l.pending <> coalesce(sum(iif(p.account = 'pending', p.amount, 0)), 0)
      OR l.active <> coalesce(sum(iif(p.account = 'active', p.amount, 0)), 0)
      OR l.reserved <> coalesce(sum(iif(p.account = 'reserved', p.amount, 0)), 0)`,
  'a wallet holds what its lots hold, and owes what was not there': `SELECT w.customer_id || ' ' || w.wallet AS wrong FROM wallets w
    WHERE (w.pending, w.active, w.reserved) <> (SELECT coalesce(sum(pending), 0), coalesce(sum(active), 0), coalesce(sum(reserved), 0)
        FROM lots l WHERE l.customer_id = w.customer_id AND l.wallet = w.wallet)
      OR w.owed <> (SELECT coalesce(sum(p.amount), 0) FROM ledger_entries e JOIN postings p ON p.entry_id = e.id AND p.account = 'owed'
        WHERE e.customer_id = w.customer_id AND e.wallet = w.wallet)`,
  'a reservation ends once': `SELECT cause AS wrong FROM ledger_entries WHERE kind IN ('redeemed', 'released')
    GROUP BY cause, wallet HAVING count(*) > 1`,
  'what is locked is locked for a voucher that is open': `SELECT e.cause AS wrong FROM ledger_entries e WHERE e.kind = 'reserved'
    AND (NOT EXISTS (SELECT 1 FROM ledger_entries o WHERE o.cause = e.cause AND o.wallet = e.wallet AND o.kind IN ('redeemed', 'released')))
      <> EXISTS (SELECT 1 FROM vouchers v WHERE v.id = e.cause AND v.state = 'open')`,
  'every voucher took its points, once': `SELECT v.id AS wrong FROM vouchers v WHERE v.points > 0 AND v.state IN ('used', 'returned')
    AND v.points <> coalesce((SELECT sum(p.amount) FROM ledger_entries e JOIN postings p ON p.entry_id = e.id AND p.account = 'spent'
      WHERE e.cause = v.id AND e.kind = 'redeemed'), 0)`,
  'points earned are what the visit paid by the rules of its day': `SELECT e.id AS wrong FROM ledger_entries e LEFT JOIN bookings b ON b.id = e.cause
      LEFT JOIN packages k ON k.id = e.cause LEFT JOIN orders o ON o.id = e.cause
    WHERE e.kind = 'earned' AND e.wallet = 'points' AND (coalesce(b.id, k.id, o.id) IS NULL OR b.status <> 'completed'
      OR o.status NOT IN ('done', 'returned') OR coalesce(b.customer_id, k.customer_id, o.customer_id) <> e.customer_id OR e.programme_id IS NULL OR e.units <= 0)`,
  'no refund takes back more than was earned': `SELECT r.about AS wrong FROM ledger_entries r JOIN ledger_entries e ON e.cause = r.about AND e.kind = 'earned' AND e.wallet = r.wallet
    WHERE r.kind = 'reversed' GROUP BY r.about, r.wallet, e.units HAVING -sum(r.units) > e.units`,
  'nothing but what had run out was taken away': `SELECT e.id AS wrong FROM ledger_entries e JOIN lots l ON l.id = e.about
    WHERE e.kind = 'expired' AND (l.expires_at IS NULL OR l.expires_at > e.at)`,
  'every adjustment done is in the ledger, and no other': `SELECT a.id AS wrong FROM adjustments a
    LEFT JOIN ledger_entries e ON e.cause = a.id AND e.kind = 'adjusted' AND e.wallet = 'points'
    WHERE (a.status = 'done') <> (e.id IS NOT NULL) OR (e.id IS NOT NULL AND e.units <> a.points)`,
  'an import is in the ledger line by line, and what was taken back of it is what was not spent': `SELECT l.import_id || ':' || l.line AS wrong
    FROM import_lines l JOIN imports i ON i.id = l.import_id
    LEFT JOIN ledger_entries o ON o.cause = l.import_id || ':' || l.line AND o.kind = 'opened' AND o.wallet = 'points'
    LEFT JOIN ledger_entries c ON c.cause = o.cause AND c.kind = 'closed' AND c.wallet = 'points'
    WHERE (l.customer_id IS NOT NULL) <> (o.id IS NOT NULL) OR (i.state <> 'running' AND o.id IS NULL) OR o.units <> l.points
      OR (c.id IS NOT NULL AND i.undone_at IS NULL) OR (i.state = 'undone' AND l.points <> l.short - coalesce(c.units, 0))`,
  'what came back of a lot is what ran out of it, once': `SELECT r.id AS wrong FROM ledger_entries r WHERE r.kind = 'reinstated'
    AND r.units <> coalesce((SELECT -sum(p.amount) FROM postings p JOIN ledger_entries e ON e.id = p.entry_id
      WHERE p.lot_id = r.cause AND e.kind = 'expired'), 0)`,
  'a code of an offer was taken as often as it may be at most': `SELECT code AS wrong FROM offer_codes WHERE taken > most`,
  'a membership is its last change': `SELECT m.customer_id AS wrong FROM memberships m
    WHERE m.level_id IS NOT (SELECT to_level FROM tier_changes c WHERE c.customer_id = m.customer_id ORDER BY at DESC, rowid DESC LIMIT 1)
      OR m.since IS NOT (SELECT max(at) FROM tier_changes c WHERE c.customer_id = m.customer_id AND c.why <> 'grace')
    UNION SELECT customer_id FROM tier_changes WHERE customer_id NOT IN (SELECT customer_id FROM memberships)`,
  ...friendChecks,
  'no offer gave more than it had': `SELECT o.id AS wrong FROM offers o WHERE (o.stock IS NOT NULL AND
      o.stock < (SELECT count(*) FROM vouchers v WHERE v.offer_id = o.id AND v.state IN ('open', 'used')))`,
  ...walletChecks,
}
