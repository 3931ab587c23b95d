import { QueryCache, QueryClient } from '@tanstack/react-query'
import { Problem } from './api.ts'

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: Problem
  }
}

export const sessionKey = ['session']

/** Reads and acts run also when the browser believes it is offline: they fail with a sentence instead of waiting. */
export const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: leaveWhenSignedOut }),
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: 5_000,
      retry: (failures, problem) => failures < 1 && (problem.code === 'offline' || problem.code === 'fault'),
      retryDelay: 500,
    },
    mutations: { networkMode: 'always', onError: leaveWhenSignedOut },
  },
})

function leaveWhenSignedOut(problem: Error) {
  if (problem instanceof Problem && problem.code === 'not_signed_in') queries.setQueryData(sessionKey, null)
}
