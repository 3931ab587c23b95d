import { useEffect, useRef } from 'react'

let opened = false

/** Names the page and moves the focus to its heading, so that a screen reader tells where one has come to. */
export function useArrival(title: string) {
  const heading = useRef<HTMLHeadingElement>(null)

  useEffect(() => {
    document.title = title
  }, [title])

  useEffect(() => {
    if (opened) heading.current?.focus({ preventScroll: true })
    opened = true
  }, [])

  return heading
}
