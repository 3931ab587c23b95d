const settled = (kind: string, id: string) =>
  `coalesce((SELECT sum(settled_vnd) FROM payments WHERE for_id = ${id} AND for_kind = '${kind}'), 0)`

/** What of deposits the shop still has, for the booking b. */
const held = `coalesce((SELECT sum(received_vnd) FROM payments WHERE for_id = b.id AND for_kind = 'deposit'), 0)
  - coalesce((SELECT sum(amount_vnd) FROM paybacks WHERE for_id = b.id AND for_kind = 'deposit' AND state <> 'dropped'), 0)`

/** What must always hold of money that came in; each names whose, and the difference in đồng. */
export const paymentChecks: Record<string, string> = {
  'what a visit was paid is what its payments say': `SELECT id || ': ' || (vnd - paid) AS wrong FROM (SELECT b.id,
      b.price_vnd - b.discount_vnd - b.covered_by_points_vnd - b.prepaid_vnd - coalesce((SELECT -e.units FROM ledger_entries e
        WHERE e.cause = b.id AND e.kind = 'redeemed' AND e.wallet = 'credit'), 0) AS vnd, ${settled('visit', 'b.id')} + ${held} AS paid
    FROM bookings b WHERE b.status = 'completed') WHERE vnd <> paid`,
  'only what was done is paid': `SELECT p.id AS wrong FROM payments p LEFT JOIN bookings b ON b.id = p.for_id
    WHERE p.for_kind = 'visit' AND p.settled_at IS NOT NULL AND (b.id IS NULL OR b.status <> 'completed')`,
  'what a package was sold for is what its payments say': `SELECT k.id || ': ' || (k.paid_vnd - ${settled('package', 'k.id')}) AS wrong
    FROM packages k WHERE k.paid_vnd <> ${settled('package', 'k.id')}`,
  'what was paid into wallets is what its payments say': `SELECT e.cause || ': ' || ((e.sum ->> 'paidVnd') - ${settled('credit', 'e.cause')}) AS wrong
    FROM ledger_entries e WHERE e.wallet = 'credit' AND e.kind = 'bought' AND e.sum ->> 'paidVnd' <> ${settled('credit', 'e.cause')}`,
  'a deposit is used, kept, held or goes back': `SELECT b.id || ': ' || d.state || ' ' || (${held}) AS wrong
    FROM deposits d JOIN bookings b ON b.id = d.booking_id WHERE CASE d.state WHEN 'lapsed' THEN (${held}) <> 0
      WHEN 'awaited' THEN (${held}) >= d.amount_vnd WHEN 'paid' THEN (${held}) <> d.amount_vnd WHEN 'kept' THEN (${held}) <> d.amount_vnd
      WHEN 'used' THEN (${held}) <= 0 ELSE (${held}) NOT BETWEEN 0 AND d.amount_vnd END`,
  'a deposit and its visit say the same': `SELECT b.id || ': ' || b.status || ' ' || d.state AS wrong
    FROM deposits d JOIN bookings b ON b.id = d.booking_id WHERE CASE d.state WHEN 'awaited' THEN b.status <> 'requested'
      WHEN 'paid' THEN b.status NOT IN ('requested', 'booked', 'arrived', 'in_service') WHEN 'kept' THEN b.status NOT IN ('no_show', 'cancelled')
      WHEN 'used' THEN b.status <> 'completed' WHEN 'lapsed' THEN b.status NOT IN ('expired', 'cancelled', 'declined')
      WHEN 'returned' THEN b.status NOT IN ('completed', 'expired', 'cancelled', 'declined') ELSE 0 END`,
  'only deposits that were asked for are paid': `SELECT p.id AS wrong FROM payments p LEFT JOIN deposits d ON d.booking_id = p.for_id
    WHERE p.for_kind = 'deposit' AND d.booking_id IS NULL`,
  'what came by transfer is what the bank told, or somebody saw': `SELECT p.id AS wrong FROM payments p WHERE p.memo IS NOT NULL
    AND p.received_vnd <> max(coalesce((SELECT sum(n.amount_vnd) FROM bank_notices n WHERE n.payment_id = p.id), 0),
      CASE WHEN p.seen_by IS NULL THEN 0 ELSE p.amount_vnd END)`,
  'what came by Checkout is what Zalo told': `SELECT p.id AS wrong FROM payments p WHERE p.method = 'checkout' AND p.received_vnd <>
    coalesce((SELECT sum(e.amount_vnd) FROM checkout_events e WHERE e.payment_id = p.id AND e.verdict IN ('taken', 'late')), 0)`,
}
