Feature: Limits of events
  As a developer of a client
  I want to know exactly what is too much,
  so that I split or shorten before I send.

  Rule: A page has 1 to 1000 items

    Scenario Outline: <what> as limit of <list>
      When GET <list>limit=<limit> is sent
      Then the answer is 200

      Examples: Within
        | what         | list                   | limit |
        | the least    | /events/clicked?       | 1     |
        | the most     | /events/clicked?       | 1000  |
        | the most     | /events?date=⟨day⟩&    | 1000  |

    Example: 100 when none is given
      Given 101 events "clicked" were recorded
      When GET /events/clicked is sent
      Then the answer is 200
      And /count of the answer is 100
      And /next_cursor of the answer is given

  Rule: A key fits DynamoDB's keys

    Example: An event name of 2,048 bytes
      When POST /events is sent with the body {"event": "clicked⟨filled to 2048⟩", "timestamp": "⟨day⟩T10:00:00Z", "expires_at": ⟨in a day⟩}
      Then the answer is 201

    Example: An event name of 2,042 bytes that ends as a shard's key
      When POST /events is sent with the body {"event": "clicked⟨filled to 2040⟩#3", "timestamp": "⟨day⟩T10:00:00Z", "expires_at": ⟨in a day⟩}
      Then the answer is 201

    Example: An id of 256 bytes
      When POST /events is sent with the body {"event": "clicked", "id": "⟨é×128⟩", "timestamp": "⟨day⟩T10:00:00Z", "expires_at": ⟨in a day⟩}
      Then the answer is 201
      And /id of the answer is "⟨é×128⟩"

  Rule: An item fits DynamoDB's 400 KB, a batch 4 MiB, a body 10 MiB

    @big
    Example: An event of more than 400 KB
      When POST /events is sent with the body {"event": "clicked", "timestamp": "⟨day⟩T10:00:00Z", "notes": "⟨x×409600⟩"}
      Then the answer is the problem 413
      And nothing was stored

    @big
    Example: A batch of 200,001 empty texts
      When POST /event-batches is sent with the body {"events": [{"event": "clicked", "v": [⟨"",×100000⟩""]}, {"event": "clicked", "v": [⟨"",×99999⟩""]}]}
      Then the answer is the problem 413
      And nothing was stored

    @big
    Example: A batch of more than 4 MiB
      When POST /event-batches is sent with the body {"events": [{"event": "clicked", "notes": "⟨x×4194304⟩"}]}
      Then the answer is the problem 413
      And nothing was stored

    @big @needs-payload-limits
    Scenario Outline: <method> <path> with a body of more than 10 MiB, which the gateway refuses in words of its own
      When <method> <path> is sent with the body {"event": "clicked", "notes": "⟨x×10485760⟩"}
      Then the answer is 413
      And the answer reads "HTTP content length exceeded 10485760 bytes."
      And nothing was stored

      Examples: What takes a body
        | method | path           |
        | POST   | /events        |
        | POST   | /event-batches |
