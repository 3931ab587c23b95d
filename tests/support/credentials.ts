/** As an owner would set them in the environment; no Zalo answers to them. */
export const credentials = {
  ZALO_APP_ID: '1',
  ZALO_APP_SECRET: 's',
  ZALO_OA_ID: '2',
  ZALO_OA_SECRET: 't',
  ZALO_MINI_APP_ID: '3',
}
