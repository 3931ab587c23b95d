import {
  ActionIcon,
  Button,
  type CSSVariablesResolver,
  createTheme,
  Drawer,
  Menu,
  Modal,
  Skeleton,
} from '@mantine/core'
import { readable, shadesOf } from './brand.ts'

/** The shop's colour leads. Black or white text on it is chosen where both contrast alike, so one is always 4.5:1. */
export const themeOf = (brandColor: string, close: string) => {
  const dialog = { transitionProps: { duration: 120 }, closeButtonProps: { 'aria-label': close } }
  return createTheme({
    colors: { brand: shadesOf(brandColor) },
    primaryColor: 'brand',
    primaryShade: 6,
    autoContrast: true,
    luminanceThreshold: 0.179,
    white: '#FFFFFF',
    black: '#1C1917',
    fontFamily: "'Be Vietnam Pro', system-ui, sans-serif",
    headings: {
      fontWeight: '600',
      sizes: { h1: { fontSize: '20px' }, h2: { fontSize: '16px' }, h3: { fontSize: '14px' } },
    },
    fontSizes: { xs: '12px', sm: '14px', md: '16px', lg: '20px', xl: '28px' },
    defaultRadius: 8,
    cursorType: 'pointer',
    respectReducedMotion: true,
    other: { brandText: readable(brandColor) },
    components: {
      Button: Button.extend({ defaultProps: { size: 'sm' } }),
      ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray.7', size: 36 } }),
      Modal: Modal.extend({ defaultProps: { centered: true, ...dialog } }),
      Drawer: Drawer.extend({ defaultProps: { position: 'right', ...dialog } }),
      Menu: Menu.extend({ defaultProps: { shadow: 'md', transitionProps: { duration: 100 } } }),
      Skeleton: Skeleton.extend({ defaultProps: { radius: 8 } }),
    },
  })
}

export const variables: CSSVariablesResolver = ({ colors, other }) => ({
  variables: {},
  light: {
    '--mantine-color-body': '#FFFFFF',
    '--mantine-color-dimmed': '#57534E',
    '--mantine-color-placeholder': '#78716C',
    '--mantine-color-default-border': '#E7E5E4',
    '--mantine-color-anchor': other.brandText,
    '--mantine-color-brand-light': colors.brand?.[0] ?? '',
    '--mantine-color-brand-light-hover': colors.brand?.[0] ?? '',
    '--mantine-color-brand-light-color': other.brandText,
    '--mantine-color-brand-outline': other.brandText,
    '--mantine-color-brand-text': other.brandText,
    '--mantine-color-error': '#B91C1C',
  },
  dark: {},
})
