import parsePhoneNumber from 'libphonenumber-js/max'

/** Eleven-digit mobile prefixes that died in 2018 and what each became (Ministry of Information's plan). */
const movedPrefixes: Record<string, string> = {
  '0162': '032',
  '0163': '033',
  '0164': '034',
  '0165': '035',
  '0166': '036',
  '0167': '037',
  '0168': '038',
  '0169': '039',
  '0120': '070',
  '0121': '079',
  '0122': '077',
  '0126': '076',
  '0128': '078',
  '0123': '083',
  '0124': '084',
  '0125': '085',
  '0127': '081',
  '0129': '082',
  '0186': '056',
  '0188': '058',
  '0199': '059',
}

/**
 * `+84…` of however a mobile number is written, dead prefixes migrated; undefined when nobody can be reached there by
 * message (landlines, hotlines, numbers that never were).
 */
export function normalisedPhone(text: string): string | undefined {
  const digits = text
    .normalize('NFKC')
    .replace(/[^\d+]/g, '')
    .replace(/(?!^)\+/g, '')
  const local = digits.replace(/^(?:\+?84|0084)0?(?=\d{9,10}$)/, '0').replace(/^(?=[35789]\d{8}$)/, '0')
  const moved = local.length === 11 ? movedPrefixes[local.slice(0, 4)] : undefined
  const parsed = parsePhoneNumber(moved ? moved + local.slice(4) : local, 'VN')
  return parsed?.isValid() && parsed.getType() === 'MOBILE' ? parsed.number : undefined
}
