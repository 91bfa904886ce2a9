@needs-any-origin
Feature: Pages of other origins (CORS)
  As a developer of a web page
  I want the browser to let my page use the API (Fetch Standard, CORS protocol),
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
        | path                   | method |
        | /users                 | POST   |
        | /users/ada@example.com | PATCH  |
        | /users/ada@example.com | DELETE |

  Rule: A page may read every answer, errors included

    Scenario Outline: The page reads <an answer>
      Given the request has the header Origin: https://shop.example.com
      When GET <path> is sent
      Then the answer is <status>
      And the answer's Access-Control-Allow-Origin is "*"

      Examples: Of functions
        | an answer       | path                          | status |
        | an unknown user | /users/nobody@example.com     | 404    |
        | a bad parameter | /users?limit=0                | 400    |

      Examples: Of the gateway
        | an answer       | path                          | status |
        | an unknown path | /people                       | 404    |

    Example: The page reads the version of a user
      Given the user ada@example.com
      And the request has the header Origin: https://shop.example.com
      When GET /users/ada@example.com is sent
      Then the answer is 200
      And the answer lets pages read ETag

    Scenario Outline: The page reads the id of the request for <an answer>
      Given the request has the header Origin: https://shop.example.com
      When GET <path> is sent
      Then the answer is <status>
      And the answer lets pages read x-amzn-RequestId

      Examples: Of a function, and of the gateway
        | an answer           | path                      | status |
        | its unknown user    | /users/nobody@example.com | 404    |
        | its unknown path    | /people                   | 404    |
