import { Text, Title } from '@mantine/core'

/** What a part of the rules is about, and what to know before changing it. */
export const PartTitle = ({ title, hint }: { title: string; hint: string }) => (
  <>
    <Title order={2}>{title}</Title>
    <Text size="sm" c="dimmed" mb={12}>
      {hint}
    </Text>
  </>
)
