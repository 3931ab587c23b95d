import { Stack, Text } from '@mantine/core'
import { Fragment } from 'react'
import { NavLink } from 'react-router'
import { useSession } from '../session.ts'
import { useWords } from '../words/words.ts'
import { PageBadge } from './page-badge.tsx'
import css from './shell.module.css'
import { begins, usePages } from './use-pages.ts'

export function Rail() {
  const words = useWords()
  const { shop } = useSession()
  return (
    <Stack component="nav" aria-label={words.menu} className={css.rail} gap={4} p={12}>
      <Text fw={700} fz={16} px={12} h={48} lh="36px" truncate>
        {shop.name}
      </Text>
      {usePages().map((page, i, pages) => (
        <Fragment key={page.path}>
          {begins(page, pages[i - 1]) && <div className={css.part}>{words.menuParts[page.part]}</div>}
          <NavLink to={page.path} className={css.link}>
            <page.icon size={20} stroke={1.7} aria-hidden />
            {words.pages[page.name]}
            <PageBadge name={page.name} />
          </NavLink>
        </Fragment>
      ))}
    </Stack>
  )
}
