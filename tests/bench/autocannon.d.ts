declare module 'autocannon' {
  type Asked = { method?: string; path?: string; headers?: Record<string, string>; body?: string }
  /** The little of it that the bench uses; it brings no types of its own. */
  export default function autocannon(options: {
    url: string
    connections: number
    timeout?: number
    amount: number
    requests: { setupRequest: (request: Asked) => Asked }[]
  }): Promise<{ statusCodeStats?: Record<number, { count: number }>; errors: number; timeouts: number }> & {
    on: (event: 'response', tell: () => void) => void
  }
}
