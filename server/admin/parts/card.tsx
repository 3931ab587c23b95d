import { Paper, type PaperProps } from '@mantine/core'
import type { ReactNode } from 'react'

export const Card = ({ children, ...rest }: PaperProps & { children: ReactNode }) => (
  <Paper p={16} radius={8} style={{ boxShadow: 'var(--soft-shadow)' }} {...rest}>
    {children}
  </Paper>
)
