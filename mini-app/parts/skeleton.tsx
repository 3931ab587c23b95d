import './skeleton.css'

/** A grey place as high as what will stand there, in pixels. */
export function Skeleton({ height, width }: { height: number; width?: number }) {
  return <div className="skeleton" style={{ height, width }} />
}

export function Skeletons({ count, height }: { count: number; height: number }) {
  return Array.from({ length: count }, (_, i) => <Skeleton key={String(i)} height={height} />)
}
