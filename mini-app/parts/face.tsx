import './face.css'

/** A person's photo, or the first letter of the name they are called by: the last one in Vietnamese. */
export function Face({ name, photoUrl, size = 48 }: { name: string; photoUrl?: string | null; size?: number }) {
  const letter = name.trim().split(/\s+/).pop()?.charAt(0).toUpperCase()
  return (
    <span className="face" style={{ width: size, height: size }} aria-hidden="true">
      {photoUrl ? <img src={photoUrl} alt="" width={size} height={size} loading="lazy" /> : letter}
    </span>
  )
}
