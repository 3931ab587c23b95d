import { Group } from '@mantine/core'
import { IconStarFilled } from '@tabler/icons-react'
import { useWords } from '../words/words.ts'

export function Stars({ rating }: { rating: number }) {
  const words = useWords()
  return (
    <Group gap={2} wrap="nowrap" role="img" aria-label={words.feedback.stars(rating)} display="inline-flex">
      {[1, 2, 3, 4, 5].map((star) => (
        <IconStarFilled key={star} size={14} color={star <= rating ? '#B45309' : '#D6D3D1'} aria-hidden />
      ))}
    </Group>
  )
}
