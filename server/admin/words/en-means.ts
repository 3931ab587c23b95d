import type { viMeans } from './vi-means.ts'

const sure = 'The interval beside it is of 95 %. Fewer than 10 customers say nothing.'

export const enMeans: typeof viMeans = {
  names: {
    promotion: 'Cost of promotion',
    retention: 'Came again',
    growth: 'Growth of sales',
    margin: 'Margin on sales',
    churn: 'Just left',
    returning: 'Known among those who came',
    secondVisit: (days) => `New customers back within ${days} days`,
    repeat: 'Came twice or more (180 days)',
    frequency: 'Visits per customer',
    perVisit: 'Spend per visit',
    lifetime: 'What today’s customers will spend in 365 days',
    owing: 'Points owed to customers',
    rebooking: 'Booked the next visit',
    noShow: 'No-shows',
    lateCancel: 'Late cancellations',
    lead: 'Booked how early',
    waitlist: 'Freed time filled again',
    opinions: 'Satisfied customers',
    redemption: 'Points used of points given',
    lotsUsed: 'Of points given: used by now',
    lotsLapsed: 'Of points given: expired by now',
    enrolment: 'Joined the programme',
    activeMembers: 'Active members',
    consent: 'May be sent offers',
    giveBack: 'Given back to customers',
  },
  means: {
    promotion:
      'Discounts, presents and the cost of points given, of sales before discounts. “Used” counts points when they are used. Messages are not in it. Summed from the books, so there is no interval.',
    retention: (days) => `Of those who came in the ${days} days before, how many came again in these ${days}. ${sure}`,
    retentionOfMonth: `Of those who came in the month before, how many came again in this one. ${sure}`,
    growth:
      'Sales of this period against the chosen one; around Tết also by the moon. Summed from the books, so there is no interval.',
    margin:
      'Sales less the costs you set, presents and messages, of sales. Sales are without discounts and points. Rent and other costs are not taken off.',
    churn: `Whoever has been away for twice their own rhythm has left. Those who left in this period, of those active at its start. ${sure}`,
    returning: `Of those who came, how many had come before this period. ${sure}`,
    secondVisit: (days) =>
      `Of a year of first visits that are at least ${days} days back, how many came again within ${days} days. ${sure}`,
    repeat: 'Who came at least twice, of all who came, in the last 90, 180 and 365 days.',
    frequency: 'Visits by customers of the period. Several on a day are one.',
    perVisit: 'Sales by visits, also those without a name.',
    lifetime:
      'Reckoned from how often each customer comes and spends, less 10 % a year, in sales. The interval is of 95 %.',
    owing: 'The points customers hold, at what a point costs.',
    curve: (days) =>
      `A point a week: of those who came in the ${days} days before, how many came again in the ${days} days up to then. ${sure}`,
    visitors: 'New is who came for the first time. Several visits on a day count once.',
    net: 'What was sold, less discounts, points and refunds, without shipping.',
    hours: 'Visits and orders by hour and weekday.',
    offers: 'Since each offer began. Cost: what used vouchers took off, and presents.',
    cohorts: {
      true: 'A row is who first came in a month; a column is how many of them came in that month since. The mean weighs rows by their customers and takes months that are over.',
      false:
        'A row is who first came in a month; a column is how many of them came in that month or later. Late months are always lower: there was no time to return.',
    },
    staffReturn:
      'Of whoever they served within a year, who was back within 60 days: at all, new customers, and to the same person. Fewer than 10 say nothing.',
    utilisation:
      'Booked minutes of working minutes, without breaks. The next column also counts the cleaning around visits.',
    rebooking: `Completed visits whose customer had a next one booked before leaving or within 24 hours. ${sure}`,
    noShow: `No-shows, of no-shows and completed visits. Cancelled ones do not count. ${sure}`,
    lateCancel: `Cancelled past the time for it, of all bookings that were due. ${sure}`,
    lead: 'Half of bookings were made earlier than this.',
    waitlist: 'Minutes filled from the waiting list, of minutes freed by late cancellations.',
    opinions: `Four and five stars of all answers. ${sure}`,
    redemption: 'Points used in the period, of points given in it. In a growing shop this is lower than the truth.',
    lotsUsed: 'Of the points given in the period, how many are used by now.',
    lotsLapsed: 'Of the points given in the period, how many have expired by now.',
    enrolment: 'Who uses the Mini App or ever had points, of all customers known.',
    activeMembers: 'Members who earned or used points within 90 days, of all members.',
    consent: 'Active customers who agreed to receive offers, of all active ones.',
    giveBack: 'Presents, discounts by points and points used as money, of sales to known customers.',
    pointsFlow: 'Opening and each item add up to the closing.',
    funnel: 'Vouchers given out in the period: message seen, used, expired by now.',
    messages: 'Delivered of sent; seen and clicked of delivered. What Zalo does not tell is not here.',
    tierMoves: 'Level changes in the period, and who is kept on a level for now.',
  },
}
