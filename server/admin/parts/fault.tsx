import { Button } from '@mantine/core'
import { IconMoodSad } from '@tabler/icons-react'
import { Component, type ReactNode } from 'react'
import { words } from '../words/words.ts'
import { Notice } from './notice.tsx'

/** A page that fails, or that a newer version of the server no longer has, does not take the others with it. */
export class Fault extends Component<{ children: ReactNode }, { failed: boolean }> {
  state = { failed: false }
  static getDerivedStateFromError = () => ({ failed: true })

  render() {
    if (!this.state.failed) return this.props.children
    return (
      <Notice icon={IconMoodSad} text={words().problems.page}>
        <Button onClick={() => window.location.reload()}>{words().acts.reload}</Button>
      </Notice>
    )
  }
}
