/** A code as it is read aloud: `ABCDE-FGHJK`. */
export const spoken = (code: string) => code.replace(/^(.{5})(.{5})$/, '$1-$2')
