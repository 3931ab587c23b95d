import { Button } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { Link } from 'react-router'
import { useMay } from '../../session.ts'
import { useWords } from '../../words/words.ts'

/** The way to the page that brings balances along, for who may. */
export function ImportLink() {
  const { imports } = useWords()
  const may = useMay()
  if (!may('manager')) return null
  return (
    <Button component={Link} to="/import" variant="default" leftSection={<IconFileImport size={18} aria-hidden />}>
      {imports.open}
    </Button>
  )
}
