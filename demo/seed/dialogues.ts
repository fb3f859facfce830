/** The texts of a conversation. The customer begins, then the two take turns. */
export interface Dialogue {
  subject: string
  lines: string[]
}

/** What people write to a shop. */
export const shopDialogues: Dialogue[] = [
  {
    subject: 'My parcel says delivered, but nothing is here',
    lines: [
      'Hello! My parcel says delivered since this morning, but nothing is here. I asked the neighbours too.',
      'I’m sorry about that. I’m asking the courier where exactly it was left.',
      'Thank you. It was a birthday present, so it is a bit urgent.',
      'The courier says it waits at the pick-up point around the corner. Your order number is enough to get it.',
    ],
  },
  {
    subject: 'Two charges for one order on my card',
    lines: [
      'I ordered once and my card shows two charges of the same amount.',
      'One of them is a reservation, which your bank releases by itself within three days.',
      'Good, I will watch it. Can you confirm that there is one order only?',
    ],
  },
  {
    subject: 'Wrong size, how do I send it back?',
    lines: [
      'The jacket is lovely but a size too small. How do I send it back?',
      'Put it in the same box; the label is in the email I just sent you. Shall I reserve the next size?',
      'Yes please, the grey one.',
      'Reserved. It leaves as soon as the parcel is scanned.',
    ],
  },
  {
    subject: 'Is the blue one back in stock soon?',
    lines: [
      'Is the blue one back in stock soon?',
      'It arrives on Thursday. I can write to you the moment it is in.',
      'That would be great.',
    ],
  },
  {
    subject: 'The app closes when I add a photo',
    lines: [
      'Whenever I add a photo to a review, the app closes.',
      'Thank you for telling us. Which phone is it, and which version of the app?',
      'A four-year-old phone, and the app says 7.2.',
      'That helps: version 7.3 mends it and comes out this week.',
    ],
  },
  {
    subject: 'Invoice for last month, please',
    lines: [
      'Could you send me the invoice for last month with our VAT number on it?',
      'Of course. It is attached, and I saved the number for the next ones.',
    ],
  },
  {
    subject: 'Change the delivery address',
    lines: [
      'I moved last week and the order still goes to the old address. Can you change it?',
      'It has not left yet, so yes. What is the new address?',
      'I put it into my account just now.',
      'Found it, and the parcel is relabelled.',
    ],
  },
  {
    subject: 'Delivery to Tonga: how long?',
    lines: [
      'Do you deliver to Tonga, and how long does it take?',
      'We do. Ten to fourteen days by air; duties are paid at checkout.',
    ],
  },
  {
    subject: 'Gift card does not work',
    lines: [
      'The gift card says that it was used already, but it was a present and still sealed.',
      'I see a failed attempt that blocked it. It is open again; please try once more.',
      'Thank you, the second try worked!',
    ],
  },
  {
    subject: 'One cup arrived broken',
    lines: [
      'One of the six cups arrived broken. I have a photo.',
      'No photo needed. A new cup is on its way, and please keep the others.',
      'That was quick. Thank you!',
    ],
  },
  {
    subject: 'Cancel an order from this morning',
    lines: [
      'I ordered the wrong lamp this morning. Can I still cancel?',
      'Just in time: it is cancelled, and the money is back in two days.',
    ],
  },
  {
    subject: 'Which plug does the kettle have?',
    lines: [
      'Does the kettle come with a British plug?',
      'With a European one, and an adapter for British sockets is in the box.',
      'Then I will take two.',
    ],
  },
]

/** What people write to a travel agency. */
export const travelDialogues: Dialogue[] = [
  {
    subject: 'Can I move my booking to the 24th?',
    lines: [
      'Can I move my booking to the 24th? Two people, the same hotel.',
      'There is a room with a balcony on the 24th, for the same price. Shall I take it?',
      'Yes, please.',
    ],
  },
  {
    subject: 'Do I need a visa for the layover?',
    lines: [
      'I change planes in Istanbul and stay in the airport. Do I need a visa?',
      'Not if you stay in transit. Your bags go through to the end.',
    ],
  },
  {
    subject: 'The night train to Tromsø',
    lines: [
      'How close does the night train get to Tromsø?',
      'To Narvik; from there it is four hours by bus, along the fjords.',
      'We will take that, with a window seat if there is one.',
    ],
  },
  {
    subject: 'Travelling with a violin',
    lines: [
      'May I take my violin into the cabin?',
      'Yes, in its case. I noted it on your ticket, so that nobody argues at the gate.',
    ],
  },
  {
    subject: 'Northern lights, which week?',
    lines: [
      'Which week in February has the best chance of northern lights?',
      'Around the new moon: the second week. I can hold a cabin until Friday.',
    ],
  },
  {
    subject: 'Hotel without stairs',
    lines: [
      'My mother cannot climb stairs. Is the hotel reachable without any?',
      'Yes, from the street to the room; I asked the hotel this morning.',
      'That is very kind. Then we book.',
    ],
  },
]
