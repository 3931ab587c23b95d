#!/usr/bin/env node
import { Command } from 'commander'
import { ConfigFault, readConfig } from './config.ts'
import { checkCount, examine } from './doctor.ts'
import { start } from './main.ts'
import { resealSettings } from './official-account/settings.ts'
import { resealTokens } from './official-account/tokens.ts'
import { resealBank } from './payments/bank.ts'
import { openShop } from './shop.ts'
import { newOwnerLink } from './staff/accounts.ts'

const tell = (line: string) => void process.stdout.write(`${line}\n`)

const program = new Command('khach-quen').description('A shop inside Zalo: its server and its care.')

program
  .command('start')
  .description('serve the shop')
  .action(() => start(readConfig(process.env), tell))

program
  .command('doctor')
  .description('look for what cannot be: exits with 1 if anything is found')
  .action(async () => {
    const shop = await openShop(readConfig(process.env))
    const findings = await examine(shop.read)
    for (const { check, wrong } of findings) tell(`Broken: ${check}: ${wrong.join(', ')}`)
    if (!findings.length) tell(`All ${checkCount} checks are right.`)
    shop.close()
    process.exitCode = findings.length ? 1 : 0
  })

program
  .command('new-owner')
  .description('print a one-time link that makes an owner')
  .action(async () => {
    const config = readConfig(process.env)
    const shop = await openShop(config)
    const token = await shop.write((tx) => newOwnerLink(tx, shop.now()))
    tell(`${config.publicUrl}/admin/first?token=${token}`)
    shop.close()
  })

program
  .command('rotate-keys')
  .description('seal tokens and secrets with a new key; the one before still opens until the next rotation')
  .action(async () => {
    const config = readConfig(process.env)
    config.keys.add?.()
    const shop = await openShop(config)
    await shop.write(async (tx) => {
      await resealSettings(tx, shop.vault)
      await resealTokens(tx, shop.vault)
      await resealBank(tx, shop.vault)
    })
    config.keys.drop?.(2) // a server that runs may have sealed with it a moment ago
    shop.close()
    tell(config.keys.add ? 'A new key seals everything.' : 'Everything is sealed with the first key of SECRET_KEY.')
  })

try {
  await program.parseAsync()
} catch (fault) {
  if (!(fault instanceof ConfigFault)) throw fault
  process.stderr.write(`${fault.message}\n`)
  process.exitCode = 2
}
