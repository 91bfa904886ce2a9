@needs-faults
Feature: An answer got lost
  As the owner of a shop that uses the service
  I want to be told what became of my own request, whatever got lost on the way,
  so that asking again does no harm.

  Rule: When something gets lost between the service and its data, the caller doesn't notice

    Scenario Outline: A new user, as the data <loses something> once
      Given the data <loses something> once
      When Sam creates the user ada@example.com
      Then the user ada@example.com is shown
      And the user's version is 1
      And the user ada@example.com is kept as shown

      Examples: What gets lost
        | loses something        |
        | never gets the request |
        | loses its answer       |
        | is slow to answer      |

    Scenario Outline: A change of the version in hand, as the data <loses something> once
      Given the user ada@example.com
      And Kim has read the user ada@example.com
      And the data <loses something> once
      When Kim changes the city of the version she read to "Paris"
      Then the user ada@example.com is shown
      And the user ada@example.com is kept at version 2

      Examples: What gets lost
        | loses something        |
        | never gets the request |
        | loses its answer       |
        | is slow to answer      |

    Scenario Outline: A change of a part of a user, as the data <loses something> once
      Given the user ada@example.com with:
        | address.zip | 74101 |
      And the data <loses something> once
      When Sam changes the user ada@example.com to have:
        | address.city | Tulsa |
      Then the user ada@example.com is shown
      And the user ada@example.com is kept at version 2

      Examples: What gets lost
        | loses something        |
        | never gets the request |
        | loses its answer       |

    Example: A deletion of the version in hand
      Given the user ada@example.com
      And Kim has read the user ada@example.com
      And the data loses its answer once
      When Kim deletes the version she read
      Then this succeeds
      And there is no user ada@example.com

  Rule: Whoever got no answer learns by asking again what became of the request

    Example: A new user under a key
      Given the function dies as soon as its work is stored
      And Sam was sent away when he created the user ada@example.com with the key "sign-up"
      And all is well again
      When Sam creates the user ada@example.com with the key "sign-up"
      Then the user ada@example.com is shown
      And the user's version is 1

    Example: A change that was stored
      Given the user ada@example.com
      And the function dies as soon as its work is stored
      And Sam was sent away when he changed the city of the user ada@example.com to "Paris" with the key "move"
      And all is well again
      When Sam changes the city of the user ada@example.com to "Paris" with the key "move"
      Then the user ada@example.com is kept at version 2

    Example: A change that was not stored
      Given the user ada@example.com
      And the function dies
      And Sam was sent away when he changed the city of the user ada@example.com to "Paris" with the key "move"
      And all is well again
      When Sam changes the city of the user ada@example.com to "Paris" with the key "move"
      Then the user ada@example.com is kept at version 2

    Example: A deletion
      Given the user ada@example.com
      And the function dies as soon as its work is stored
      And Sam was sent away when he deleted the user ada@example.com
      And all is well again
      When Sam deletes the user ada@example.com
      Then there is no user ada@example.com
