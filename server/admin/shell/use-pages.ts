import { pages } from '../routes.ts'
import { useMay } from '../session.ts'

/** The pages that the one signed in may open, in the order of the menu. */
export function usePages() {
  const may = useMay()
  return pages.filter((page) => may(page.role))
}

/** Whether a page begins a part of the menu that has a heading. */
export const begins = (page: Page, before: Page | undefined) => before !== undefined && page.part !== before.part
type Page = (typeof pages)[number]
