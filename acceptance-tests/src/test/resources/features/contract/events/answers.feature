Feature: What the answers about events say
  As a developer of a client
  I want every answer about events to be framed alike,
  so that one piece of code reads them all.

  Rule: A repetition is told from the first time

    Example: The first time of an event is told from the second
      Given POST /events was sent with the body {"event": "clicked", "timestamp": "⟨day⟩T10:00:00Z", "id": "c-1", "expires_at": ⟨in a day⟩}
      When POST /events is sent with the body {"event": "clicked", "timestamp": "⟨day⟩T10:00:00Z", "id": "c-1", "expires_at": ⟨in a day⟩}
      Then the answer is 200

  Rule: No answer is kept by a cache or taken for something else

    Scenario Outline: The headers of <an answer>
      When <request> is sent
      Then the answer is <status>
      And the answer's Cache-Control is "no-store"
      And the answer's X-Content-Type-Options is "nosniff"
      And the answer's x-amzn-RequestId is given

      Examples: From functions
        | an answer      | request                     | status |
        | a page         | GET /events/clicked         | 200    |
        | a refused page | GET /events/clicked?limit=0 | 400    |
        | a missing key  | GET /events                 | 400    |
        | counts         | GET /events/clicked/counts?from=2026-11-22&to=2026-11-23 | 200 |
        | refused counts | GET /events/clicked/counts  | 400    |

  Rule: Counts and cursors frame a page

    Example: A page that is not the last one
      Given "clicked" happened at 10:01, 10:02, 10:03
      When GET /events/clicked?limit=2 is sent
      Then the answer is 200
      And /count of the answer is 2
      And /scanned_count of the answer is 2
      And /next_cursor of the answer is given

    Example: The last page has no cursor
      Given "clicked" happened at 10:01, 10:02
      When GET /events/clicked?limit=3 is sent
      Then the answer is 200
      And /count of the answer is 2
      And /next_cursor of the answer is not given
