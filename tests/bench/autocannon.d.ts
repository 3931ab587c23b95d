declare module 'autocannon' {
  type Asked = { method?: string; path?: string; headers?: Record<string, string>; body?: string }
  /** The little of it that the bench uses; it brings no types of its own. */
  export default function autocannon(options: {
    url: string
    connections: number
    amount: number
    requests: { setupRequest: (request: Asked) => Asked }[]
  }): Promise<{ start: Date; finish: Date; statusCodeStats?: Record<number, { count: number }> }>
}
