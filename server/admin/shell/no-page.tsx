import { Button } from '@mantine/core'
import { IconMapOff } from '@tabler/icons-react'
import { Link } from 'react-router'
import { Notice } from '../parts/notice.tsx'
import { useWords } from '../words/words.ts'

export function NoPage() {
  const words = useWords()
  return (
    <Notice icon={IconMapOff} text={words.problems.noPage}>
      <Button component={Link} to="/">
        {words.pages.today}
      </Button>
    </Notice>
  )
}
