import { Button, FileButton, Group, Text } from '@mantine/core'
import { IconPhoto, IconX } from '@tabler/icons-react'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { useWords } from '../../words/words.ts'

/** A picture that Zalo already keeps, to go with an answer. */
export type Picture = { imageId: string; name: string }
type Props = { value: Picture | undefined; onChange: (picture: Picture | undefined) => void }

export function PictureInput({ value, onChange }: Props) {
  const words = useWords().sending
  const bring = useAct(async (file: File) => {
    const body = new FormData()
    body.set('file', file)
    const { attachmentId } = await answerOf(api['oa-images'].$post(undefined, { init: { body } }))
    onChange({ imageId: attachmentId, name: file.name })
  })
  if (value)
    return (
      <Group gap={8}>
        <Text size="sm">{words.pictureKept(value.name)}</Text>
        <Button variant="subtle" leftSection={<IconX size={16} aria-hidden />} onClick={() => onChange(undefined)}>
          {words.pictureDrop}
        </Button>
      </Group>
    )
  return (
    <div>
      <FileButton accept="image/jpeg,image/png" onChange={(file) => file && bring.mutate(file)}>
        {(props) => (
          <Button
            {...props}
            variant="subtle"
            px={8}
            loading={bring.isPending}
            leftSection={<IconPhoto size={18} aria-hidden />}
          >
            {words.picture}
          </Button>
        )}
      </FileButton>
    </div>
  )
}
