@needs-any-origin
Feature: Pages of other origins and events (CORS)
  As a developer of a web page
  I want the browser to let my page record and read events (Fetch Standard, CORS protocol),
  so that no server of mine has to stand between.

  Rule: A preflight says what a page may send

    Scenario Outline: A preflight of <method> <path>
      Given the request has the header Origin: https://shop.example.com
      And the request has the header Access-Control-Request-Method: <method>
      And the request has the header Access-Control-Request-Headers: authorization,content-type,idempotency-key,if-match,traceparent,tracestate
      When OPTIONS <path> is sent
      Then the answer is 204
      And the answer lets pages send <method> with Authorization, Content-Type, Idempotency-Key, If-Match, traceparent, tracestate

      Examples: Every path
        | path            | method |
        | /events         | POST   |
        | /events/clicked | GET    |
        | /events/clicked/counts | GET |
        | /event-batches  | POST   |

  Rule: A page may read every answer

    Example: The page reads an empty page
      Given the request has the header Origin: https://shop.example.com
      When GET /events/clicked is sent
      Then the answer is 200
      And the answer's Access-Control-Allow-Origin is "*"
