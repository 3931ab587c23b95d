import { Button, Drawer, Skeleton } from '@mantine/core'
import { IconGift, IconPlus } from '@tabler/icons-react'
import { newId } from '../../../../shared/ids.ts'
import { useAddress } from '../../parts/address.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { Notice } from '../../parts/notice.tsx'
import { Page } from '../../parts/page.tsx'
import { useWords } from '../../words/words.ts'
import { FindVoucher } from './find-voucher.tsx'
import { OfferDetail } from './offer-detail.tsx'
import { OfferList, OfferListShape } from './offer-list.tsx'
import { useOffers } from './use-offers.ts'

/** What the shop gives. The offer that is open stands in the address; one that is not there yet has its id already. */
export function Offers() {
  const words = useWords()
  const { get, set } = useAddress()
  const load = useOffers()
  const openId = get('offer')
  const open = (id: string | undefined) => set({ offer: id })
  const add = (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => open(newId())}>
      {words.offers.add}
    </Button>
  )
  const opened = load.data?.find(({ id }) => id === openId)
  return (
    <Page title={words.pages.offers} actions={load.data?.length ? add : undefined}>
      <FindVoucher />
      <Loaded of={load} skeleton={<OfferListShape />}>
        {(offers) =>
          offers.length === 0 ? (
            <Notice icon={IconGift} text={words.offers.empty}>
              {add}
            </Notice>
          ) : (
            <OfferList offers={offers} chosen={openId} onOpen={({ id }) => open(id)} />
          )
        }
      </Loaded>
      <Drawer
        opened={openId !== ''}
        onClose={() => open(undefined)}
        title={opened?.name ?? words.offers.add}
        size={920}
        keepMounted={false}
      >
        {openId && (
          <Loaded of={load} skeleton={<Skeleton h={320} />}>
            {() => <OfferDetail key={openId} id={openId} offer={opened} />}
          </Loaded>
        )}
      </Drawer>
    </Page>
  )
}
