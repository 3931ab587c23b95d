import { Text } from '@mantine/core'
import { IconStarFilled } from '@tabler/icons-react'
import { filledIn, type Layout, samplesOf } from '../../../../shared/message-templates.ts'
import type { Intent } from '../../../../shared/notifications.ts'
import { useSession } from '../../session.ts'
import { useWords } from '../../words/words.ts'
import css from './preview.module.css'

/** A message as Zalo draws it, filled with examples. */
export function Preview({ intent, layout }: { intent: Intent; layout: Layout }) {
  const words = useWords().templates
  const { shop } = useSession()
  const filled = (text: string) => filledIn(text, { ...samplesOf(intent), shop: shop.name })
  const { title, paragraphs, rows, buttons, rating } = layout
  return (
    <section className={css.ground} aria-label={words.preview}>
      <Text size="xs" c="dimmed" mb={8}>
        {words.preview}
      </Text>
      <div className={css.card}>
        <p className={css.logo}>
          <span aria-hidden>{shop.name[0]}</span>
          {shop.name}
        </p>
        <p className={css.title}>{filled(title)}</p>
        {paragraphs.map((paragraph, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no other name than their place
          <p key={i}>{filled(paragraph)}</p>
        ))}
        {rows.length > 0 && (
          <dl className={css.rows}>
            {rows.map(({ label, value }, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name than their place
              <div key={i}>
                <dt>{label}</dt>
                <dd>{filled(value)}</dd>
              </div>
            ))}
          </dl>
        )}
        {rating && (
          <div className={css.rating}>
            <p>{filled(rating.question)}</p>
            <span aria-hidden>
              {[1, 2, 3, 4, 5].map((star) => (
                <IconStarFilled key={star} size={28} />
              ))}
            </span>
          </div>
        )}
        {buttons.map((button, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: buttons have no other name than their place
          <p key={i} className={css.button}>
            {button.title}
          </p>
        ))}
      </div>
    </section>
  )
}
