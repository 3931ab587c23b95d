import { useEffect, useState } from 'react'
import './qr.css'

/** Light modules around the code: scanners need four to find it. */
const margin = 4

/** A text as a square code for a scanner. Its drawing is fetched when it is first shown; until then its place is kept. */
export function Qr({ text, label }: { text: string; label: string }) {
  const [path, draw] = useState<{ d: string; size: number }>()
  useEffect(() => {
    let isGone = false
    // Without it the text itself still stands beside.
    import('uqr').then(
      ({ encode }) => isGone || draw(drawn(encode(text, { border: margin }))),
      () => {},
    )
    return () => {
      isGone = true
    }
  }, [text])
  return (
    <div className="qr">
      {path && (
        <svg role="img" aria-label={label} viewBox={`0 0 ${path.size} ${path.size}`} shapeRendering="crispEdges">
          <path d={path.d} />
        </svg>
      )}
    </div>
  )
}

const drawn = ({ data, size }: { data: boolean[][]; size: number }) => ({
  d: data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join(''),
  size,
})
