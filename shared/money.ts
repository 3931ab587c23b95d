/** `120.000 đ`: whole đồng, dots between thousands, a space that does not break before the sign. */
export const formatVnd = (vnd: number) => `${formatNumber(vnd)}\u00a0đ`

/** `1.234`, as Vietnamese writes whole numbers. */
export const formatNumber = (n: number) => String(n).replace(/\B(?=(\d{3})+$)/g, '.')
