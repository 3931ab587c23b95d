import { Skeleton, Skeletons } from '../../parts/skeleton.tsx'
import './home.css'

/** What home looks like before the shop is known. */
export function HomeShape() {
  return (
    <>
      <div className="hero" />
      <div className="home-body">
        <Skeleton height={246} />
        <Skeleton height={76} />
        <Skeletons count={4} height={68} />
      </div>
    </>
  )
}
