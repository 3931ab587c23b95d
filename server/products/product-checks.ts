/** What must always hold of what is on the shelf. */
export const productChecks: Record<string, string> = {
  'stock is the sum of its moves': `SELECT v.id || ': ' || coalesce(v.stock, 0) AS wrong FROM product_variants v
    WHERE coalesce(v.stock, 0) <> coalesce((SELECT sum(m.quantity) FROM stock_moves m WHERE m.variant_id = v.id), 0)`,
  'what is sold comes in one form at least': `SELECT p.id AS wrong FROM products p
    WHERE NOT EXISTS (SELECT 1 FROM product_variants v WHERE v.product_id = p.id)`,
}
