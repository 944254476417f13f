/** A message to the robot as it arrives: Li writes in the group 销售群. */
export function groupMessage(changes: object = {}): object {
  return {
    msgId: 'msg1',
    msgtype: 'text',
    text: { content: ' 日报 拜访3' },
    createAt: 1_700_000_000_000,
    conversationId: 'cidSALES==',
    conversationType: '2',
    conversationTitle: '销售群',
    senderId: '$:LWCP_v1:$li',
    senderStaffId: 'li01',
    senderNick: '李娜',
    chatbotUserId: '$:LWCP_v1:$bot',
    isInAtList: true,
    atUsers: [{ dingtalkId: '$:LWCP_v1:$bot' }],
    sessionWebhook: 'https://oapi.dingtalk.com/robot/sendBySession?session=s1',
    sessionWebhookExpiredTime: 1_700_005_400_000,
    robotCode: 'ding123',
    ...changes,
  }
}

/** The same as a direct message. */
export function directMessage(changes: object = {}): object {
  return groupMessage({ conversationId: 'cidLI==', conversationType: '1', conversationTitle: undefined, ...changes })
}
