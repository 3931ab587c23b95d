import { Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { Fragment } from 'react'
import { matchPath, NavLink, useLocation, useNavigate } from 'react-router'
import { useWords } from '../words/words.ts'
import { PageBadge, UnseenCount } from './page-badge.tsx'
import css from './shell.module.css'
import { begins, usePages } from './use-pages.ts'

/** What a thumb needs most, in this order; new orders are told on the way to all else. */
const leading = ['today', 'scan', 'calendar', 'customers']

export function BottomBar() {
  const words = useWords()
  const pages = usePages()
  const go = useNavigate()
  const { pathname } = useLocation()
  const rest = pages.filter(({ name }) => !leading.includes(name))
  return (
    <nav className={css.bar} aria-label={words.shortcuts}>
      {pages
        .filter(({ name }) => leading.includes(name))
        .map(({ name, path, icon: Icon }) => (
          <NavLink key={path} to={path} className={css.tab}>
            <Icon size={22} stroke={1.7} aria-hidden />
            {words.pages[name]}
          </NavLink>
        ))}
      {rest.length > 0 && (
        <Menu position="top-end" width={220}>
          <Menu.Target>
            <button
              type="button"
              className={css.tab}
              aria-current={rest.some(({ path }) => matchPath({ path, end: false }, pathname)) ? 'page' : undefined}
            >
              <IconDots size={22} stroke={1.7} aria-hidden />
              <span className={css.more}>
                {words.more} <UnseenCount />
              </span>
            </button>
          </Menu.Target>
          <Menu.Dropdown mah="70dvh" style={{ overflowY: 'auto' }}>
            {rest.map((page, i) => (
              <Fragment key={page.path}>
                {begins(page, rest[i - 1]) && <Menu.Label>{words.menuParts[page.part]}</Menu.Label>}
                <Menu.Item leftSection={<page.icon size={20} stroke={1.7} aria-hidden />} onClick={() => go(page.path)}>
                  {words.pages[page.name]} <PageBadge name={page.name} />
                </Menu.Item>
              </Fragment>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </nav>
  )
}
