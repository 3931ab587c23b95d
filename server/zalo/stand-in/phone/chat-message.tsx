/** @jsxImportSource preact */
import { ChatBubble } from './chat-bubble.tsx'
import type { MessageProps } from './message.tsx'
import { TemplateCard } from './template-card.tsx'

export function ChatMessage(props: MessageProps) {
  const { template } = props.message
  return template ? <TemplateCard {...props} template={template} /> : <ChatBubble {...props} />
}
