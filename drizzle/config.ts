import { defineConfig } from 'drizzle-kit'

export default defineConfig({ dialect: 'sqlite', schema: './drizzle/schema/index.ts', out: './drizzle/migrations' })
