/** What Zalo's two message hosts answer, always with HTTP 200. */
export const ok = <T>(data: T) => ({ error: 0, message: 'Success', data })
export const no = (error: number, message = 'Refused') => ({ error, message })
