/** What wallets beside that of points must always say: stamps, packages, credit (L-22, L-37, L-39). */
export const walletChecks: Record<string, string> = {
  'a stamp is of a visit that was done': `SELECT e.id AS wrong FROM ledger_entries e LEFT JOIN bookings b ON b.id = e.cause
    WHERE e.wallet LIKE 'stamps:%' AND e.kind = 'earned' AND (b.id IS NULL OR b.status <> 'completed' OR e.units <> 1
      OR NOT EXISTS (SELECT 1 FROM stamp_cards s WHERE 'stamps:' || s.id = e.wallet))`,
  'a full card gave its voucher': `SELECT e.id AS wrong FROM ledger_entries e LEFT JOIN vouchers v ON v.id = e.about
    WHERE e.wallet LIKE 'stamps:%' AND e.kind = 'redeemed' AND (v.id IS NULL OR v.customer_id <> e.customer_id)`,
  'a package holds what was bought of it': `SELECT k.id AS wrong FROM packages k
    WHERE k.sessions <> coalesce((SELECT sum(units) FROM ledger_entries e WHERE e.cause = k.id AND e.kind = 'bought'
      AND e.wallet = 'package:' || k.id AND e.customer_id = k.customer_id), 0)`,
  'sessions bought are used, left, paid back or run out': `SELECT k.id AS wrong FROM packages k
    WHERE k.sessions <> (SELECT coalesce(sum(p.amount), 0) FROM ledger_entries e JOIN postings p ON p.entry_id = e.id
      WHERE e.customer_id = k.customer_id AND e.wallet = 'package:' || k.id AND p.account <> 'issued')`,
  'a package is paid back once, for what was left of it': `SELECT k.id AS wrong FROM packages k
    WHERE (k.refunded_at IS NOT NULL) <> EXISTS (SELECT 1 FROM ledger_entries e WHERE e.customer_id = k.customer_id
      AND e.wallet = 'package:' || k.id AND e.kind = 'closed')`,
  'nothing runs out while a package is frozen': `SELECT k.id AS wrong FROM packages k JOIN lots l ON l.customer_id = k.customer_id
    AND l.wallet = 'package:' || k.id AND l.active > 0 WHERE k.frozen_at IS NOT NULL AND l.expires_at IS NOT NULL`,
  'what packages covered is what their sessions paid for': `SELECT b.id AS wrong FROM bookings b WHERE b.prepaid_vnd > 0
    AND NOT EXISTS (SELECT 1 FROM ledger_entries e WHERE e.about = b.id AND e.kind = 'redeemed' AND e.wallet LIKE 'package:%')`,
  'credit paid no more than the bill': `SELECT b.id AS wrong FROM bookings b JOIN ledger_entries e ON e.cause = b.id AND e.kind = 'redeemed'
    AND e.wallet = 'credit' WHERE -e.units > b.price_vnd - b.discount_vnd - b.covered_by_points_vnd - b.prepaid_vnd`,
}
