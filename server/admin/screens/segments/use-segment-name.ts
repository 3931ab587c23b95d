import { useWords } from '../../words/words.ts'

/** A ready-made group is called in the words of the page, the shop's own as the shop calls it. */
export function useSegmentName() {
  const { names } = useWords().segments
  return ({ key, name }: { key: string | null; name: string }) => (key ? names[key as keyof typeof names] : name)
}
