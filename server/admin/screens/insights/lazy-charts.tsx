import { Skeleton } from '@mantine/core'
import { type ComponentProps, lazy, Suspense } from 'react'

/** Drawing takes much code: it is loaded with the first chart, so that no other page waits for it. */
const load = () => import('./charts.tsx')
const Curve = lazy(async () => ({ default: (await load()).CurveChart }))
const Visitors = lazy(async () => ({ default: (await load()).VisitorsChart }))
const Sales = lazy(async () => ({ default: (await load()).SalesChart }))
const shape = <Skeleton h={240} />

export const CurveChart = (props: ComponentProps<typeof Curve>) => (
  <Suspense fallback={shape}>
    <Curve {...props} />
  </Suspense>
)
export const VisitorsChart = (props: ComponentProps<typeof Visitors>) => (
  <Suspense fallback={shape}>
    <Visitors {...props} />
  </Suspense>
)
export const SalesChart = (props: ComponentProps<typeof Sales>) => (
  <Suspense fallback={shape}>
    <Sales {...props} />
  </Suspense>
)
