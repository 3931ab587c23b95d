import { SimpleGrid, Skeleton, Stack } from '@mantine/core'

export const TodaySkeleton = () => (
  <Stack gap={16}>
    <SimpleGrid cols={{ base: 1, sm: 3 }} spacing={12}>
      <Skeleton h={76} />
      <Skeleton h={76} />
      <Skeleton h={76} />
    </SimpleGrid>
    <SimpleGrid cols={{ base: 1, sm: 4 }} spacing={12}>
      <Skeleton h={120} />
      <Skeleton h={120} mt={{ sm: 96 }} />
      <Skeleton h={160} />
      <Skeleton h={96} mt={{ sm: 48 }} />
    </SimpleGrid>
  </Stack>
)
