Feature: Cursors of events
  As a developer of a client
  I want a cursor refused unless it belongs to my query,
  so that a mistake never shows as a page of the wrong things.

  Rule: A cursor goes on where its page ended

    Example: With another limit
      Given "clicked" happened at 10:01, 10:02, 10:03, 10:04
      And the cursor of GET /events/clicked?limit=1
      When GET /events/clicked?limit=2&cursor=⟨cursor⟩ is sent
      Then the answer is 200
      And the events at 10:02, 10:03 are shown in this order

    Example: Beside the longest event name
      Given POST /event-batches was sent with the body {"events": [{"event": "clicked⟨é×1000⟩", "timestamp": "⟨day⟩T10:00:00Z", "id": "⟨é×127⟩1", "expires_at": ⟨in a day⟩}, {"event": "clicked⟨é×1000⟩", "timestamp": "⟨day⟩T10:00:00Z", "id": "⟨é×127⟩2", "expires_at": ⟨in a day⟩}]}
      And the cursor of GET /events/clicked⟨%C3%A9×1000⟩?limit=1
      When GET /events/clicked⟨%C3%A9×1000⟩?limit=1&cursor=⟨cursor⟩ is sent
      Then the answer is 200
      And /items/0/id of the answer is "⟨é×127⟩2"

    Example: The same cursor twice gives the same page
      Given "clicked" happened at 10:01, 10:02, 10:03
      And the cursor of GET /events/clicked?limit=1
      And GET /events/clicked?limit=1&cursor=⟨cursor⟩ was sent
      When GET /events/clicked?limit=1&cursor=⟨cursor⟩ is sent
      Then the answer is 200
      And the events at 10:02 are shown in this order

  Rule: A cursor of another query is refused

    Scenario Outline: The cursor of <one> in <another>
      Given "clicked" happened at 10:01, 10:02, 10:03
      And 2 users
      And the cursor of GET <one>limit=1
      When GET <another>cursor=⟨cursor⟩ is sent
      Then the answer is the problem 400
      And the problem names "cursor"

      Examples: Of another operation
        | one                 | another              |
        | /users?             | /events/clicked?     |
        | /events/clicked?    | /users?              |
        | /events/clicked?    | /events?date=⟨day⟩&  |
        | /events?date=⟨day⟩& | /events/clicked?     |

      Examples: Of another key, order or period
        | one                               | another                           |
        | /events/clicked?                  | /events/clicked-twice?            |
        | /events/clicked?                  | /events/clicked?order=desc&       |
        | /events/clicked?order=desc&       | /events/clicked?                  |
        | /events/clicked?                  | /events/clicked?from=⟨day⟩T10:02:00Z& |
        | /events/clicked?from=⟨day⟩T10:00:00Z& | /events/clicked?              |
        | /events/clicked?from=⟨day⟩T10:00:00Z& | /events/clicked?after=⟨day⟩T10:00:00Z& |
        | /events?date=⟨day⟩&               | /events?date=⟨next day⟩&          |
        | /events?date=⟨day⟩&               | /events?date=⟨day⟩&order=desc&    |

  Rule: A cursor that was tampered with is refused

    Scenario Outline: A cursor <how>
      Given "clicked" happened at 10:01, 10:02, 10:03
      And the cursor of GET /events/clicked?limit=1
      When GET /events/clicked?cursor=<cursor> is sent
      Then the answer is the problem 400
      And the problem names "cursor"

      Examples: Changed
        | how                     | cursor                  |
        | without its end         | ⟨cursor without end⟩    |
        | without its beginning   | ⟨cursor without start⟩  |
        | with a letter changed   | ⟨cursor changed⟩        |
        | with its first letter changed | ⟨cursor changed first⟩ |
        | with more behind it     | ⟨cursor⟩AAAA            |
        | twice in a row          | ⟨cursor⟩⟨cursor⟩        |
        | cut in half             | ⟨half cursor⟩           |

      Examples: Made up
        | how                     | cursor                  |
        | that is empty           |                         |
        | of one letter           | A                       |
        | that is not Base64      | %25%25%25               |
        | of zeros                | AAAAAAAAAAAAAAAAAAAAAAAA |
        | that is a JSON object   | eyJldmVudCI6eyJTIjoiY2xpY2tlZCJ9fQ |
        | that is a JSON null     | bnVsbA                  |
        | of 5,000 letters        | ⟨A×5000⟩                |
