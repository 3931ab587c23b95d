export const products = {
  shelf: {
    title: 'Shop',
    entry: 'What the shop sells to take along',
    empty: 'Nothing is sold here yet',
    emptyWords: 'Please call the shop if you need something.',
    soldOut: 'Sold out',
    atTable: (name: string) => `You are at ${name}. What you order here is brought to you.`,
    variant: 'Which one',
    choose: (least: number, most: number) => {
      if (least === most) return `choose ${least}`
      return least === 0 ? `up to ${most}, optional` : `choose ${least} to ${most}`
    },
    missing: (group: string) => `Please choose: ${group}.`,
    quantity: 'How many',
    note: 'A note about this',
    add: (price: string) => `Add to basket · ${price}`,
    bar: (count: number, sum: string) => `See basket · ${count} · ${sum}`,
    basket: 'Basket',
    nothing: 'The basket is empty',
    nothingWords: 'Choose what you like; it stays here until you order.',
    toShelf: 'See what there is',
    addMore: 'Choose more',
    remove: (name: string) => `Remove ${name}`,
    removed: (name: string) => `${name} was removed.`,
    undo: 'Put back',
    changed: {
      gone: 'The shop no longer sells this.',
      sold_out: 'This has just sold out.',
      price: 'The price has changed; this is the new one.',
    },
    mendFirst: 'Remove what is sold out to order.',
    shopNote: 'A note for the shop',
    sum: 'Sum so far',
    sumWhy: 'Delivery and offers are reckoned in the next step.',
    order: (sum: string) => `Order · ${sum}`,
  },
}
