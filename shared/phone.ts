/** `0912 345 678` of the stored `+84912345678`; another country's number stays as it is. */
export function displayPhone(phone: string): string {
  const local = phone.match(/^\+84(\d{2,3})(\d{3})(\d{3})$/)
  return local ? `0${local[1]} ${local[2]} ${local[3]}` : phone
}
