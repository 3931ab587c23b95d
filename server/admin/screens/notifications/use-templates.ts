import { useQuery } from '@tanstack/react-query'
import type { Template } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'

/** Zalo is asked live; it answers with a hundred at most at once. */
export const useTemplates = () => useQuery({ queryKey: ['templates'], queryFn: allTemplates, staleTime: 60_000 })

async function allTemplates() {
  const found: Template[] = []
  for (;;) {
    const query = { offset: String(found.length) }
    const { templates, total } = await answerOf(api.templates.$get({ query }))
    found.push(...templates)
    if (found.length >= total || templates.length === 0) return found
  }
}

export const useIntents = () => useQuery({ queryKey: ['intents'], queryFn: () => answerOf(api.intents.$get()) })
