Feature: How errors about events are told
  As a developer of a client
  I want every error as an RFC 9457 problem document that quotes the request,
  so that I can show it, count it and ask about it.

  Rule: Every error is a problem document whose instance is the id of the request

    @smoke
    Example: A missing key is a problem
      When GET /events?after=2026-11-22T10:00:00Z is sent
      Then the answer is the problem 400

  Rule: A problem names every place that is wrong

    Example: Several events of a batch
      When POST /event-batches is sent with the body {"events": [{"event": "clicked"}, {"event": ""}, {"event": "clicked", "timestamp": "yesterday"}]}
      Then the answer is the problem 400
      And the problem names "/events/1/event"
      And the problem names "/events/2/timestamp"

    Example: Several parameters
      When GET /events/clicked?limit=0&order=up is sent
      Then the answer is the problem 400
      And the problem names "limit"
      And the problem names "order"

  Rule: What is not there answers 404, whatever is missing

    Scenario Outline: <method> <path>
      When <method> <path> is sent
      Then the answer is the problem 404

      Examples: Unknown paths
        | method | path              |
        | GET    | /events/clicked/1 |
        | POST   | /event-batch      |
        | GET    | /events/clicked/count |
        | GET    | /events/clicked/counts/2026-11-22 |

      Examples: Unknown methods
        | method | path            |
        | DELETE | /events         |
        | POST   | /events/clicked |
        | GET    | /event-batches  |
        | POST   | /events/clicked/counts |
        | PUT    | /events/clicked/counts |
        | DELETE | /events/clicked/counts |
