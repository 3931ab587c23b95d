import { pages } from '../routes.tsx'
import { useMay } from '../session.ts'

/** The pages that the one signed in may open. */
export function usePages() {
  const may = useMay()
  return pages.filter((page) => may(page.role))
}
