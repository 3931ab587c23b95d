const money = (table: string, vnd: string, more = '') =>
  `coalesce((SELECT sum(${vnd}) FROM ${table} m WHERE m.for_id = o.id AND m.for_kind = 'order'${more}), 0)`
const keptVnd = `${money('payments', 'received_vnd')} - ${money('paybacks', 'amount_vnd', " AND m.state <> 'dropped'")}`
const owedVnd = `iif(o.status = 'cancelled', 0, o.goods_vnd + o.shipping_vnd - o.discount_vnd - o.covered_by_points_vnd - o.credit_vnd
  - coalesce((SELECT sum(amount_vnd - credit_vnd) FROM order_refunds r WHERE r.order_id = o.id), 0))`

/** By how much more an order was paid than it costs, in đồng, and whether that may not be. */
export const surplusVnd = `(${keptVnd}) - (${owedVnd})`
export const isOffVnd = `(${keptVnd} > ${owedVnd} OR (o.status IN ('done', 'cancelled', 'returned') AND ${keptVnd} <> ${owedVnd}))`

/** What must always hold of orders; each names which. */
export const orderChecks: Record<string, string> = {
  'an order is its lines, and what came off it their shares': `SELECT o.id AS wrong FROM orders o
    WHERE o.goods_vnd <> (SELECT coalesce(sum(quantity * unit_price_vnd), 0) FROM order_lines l WHERE l.order_id = o.id)
      OR o.discount_vnd + o.covered_by_points_vnd <> (SELECT coalesce(sum(off_vnd), 0) FROM order_lines l WHERE l.order_id = o.id)`,
  'a status is the last event of its order': `SELECT o.id AS wrong FROM orders o
    WHERE o.status <> (SELECT e.status FROM order_events e WHERE e.order_id = o.id ORDER BY e.id DESC LIMIT 1)`,
  'what is done was paid, to the đồng, and what is not done no more than that': `SELECT o.id || ': ' || (${surplusVnd}) AS wrong FROM orders o WHERE ${isOffVnd}`,
  'what came back of an order is what its refunds say': `SELECT o.id AS wrong FROM orders o JOIN order_lines l ON l.order_id = o.id
    GROUP BY o.id HAVING sum(l.refunded_vnd) <> (SELECT coalesce(sum(amount_vnd - shipping_vnd), 0) FROM order_refunds r WHERE r.order_id = o.id)`,
}
