Feature: Media types of events
  As a developer of a client
  I want only JSON taken for JSON,
  so that a wrong setting of mine shows at once.

  Rule: Anything else is refused and not stored

    Scenario Outline: POST <path> sent as <media type>
      Given the request has the header Content-Type: <media type>
      When POST <path> is sent with the body <body>
      Then the answer is the problem 415
      And nothing was changed

      Examples: Not JSON
        | path           | media type | body                 |
        | /events        | text/plain | {"event": "clicked"} |
        | /event-batches | text/csv   | clicked              |

  Rule: A compressed body is refused and not stored

    Scenario Outline: POST <path> with a body in <coding>
      Given the request has the header Content-Encoding: <coding>
      When POST <path> is sent with the body <body>
      Then the answer is the problem 415
      And the problem says what to do
      And nothing was changed

      Examples: Each operation that takes a body
        | path           | coding | body                             |
        | /events        | br     | {"event": "clicked"}             |
        | /event-batches | gzip   | {"events": [{"event": "clicked"}]} |
