import { Button, Text } from '@mantine/core'
import { IconCamera, IconCameraOff } from '@tabler/icons-react'
import { useReducer } from 'react'
import { useWords } from '../../words/words.ts'
import css from './camera.module.css'
import { useCamera } from './use-camera.ts'

type Props = { onRead: (text: string) => void }

/** What the camera sees, or why it sees nothing and what to do about that. */
export function Camera(props: Props) {
  const [tries, again] = useReducer((n: number) => n + 1, 0)
  return <OneTry key={tries} {...props} onAgain={again} />
}

function OneTry({ onRead, onAgain }: Props & { onAgain: () => void }) {
  const words = useWords()
  const { video, state } = useCamera(onRead)
  const Icon = state === 'asking' ? IconCamera : IconCameraOff
  return (
    <div className={css.view}>
      <video
        ref={video}
        className={css.video}
        aria-label={words.scan.camera}
        muted
        playsInline
        hidden={state !== 'on'}
      />
      {state === 'on' ? (
        <div className={css.frame} aria-hidden />
      ) : (
        <div className={css.why} role="status">
          <Icon size={36} stroke={1.4} aria-hidden />
          <Text>{words.scan.cameraIs[state]}</Text>
          {state !== 'asking' && (
            <Button variant="white" onClick={onAgain}>
              {words.acts.retry}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}
