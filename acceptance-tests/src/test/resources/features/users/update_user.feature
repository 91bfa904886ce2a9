@article:update_user
Feature: Updating a user
  As someone who looks after users
  I want to change what I name and nothing else,
  so that a correction never costs what others wrote.

  The article's section: update_user, which moves a user to Tulsa and shows the whole user after the change.

  Rule: The whole user is shown after the change

    @smoke
    Example: Richard moves to Tulsa
      Given the user richard@example.com with:
        | languages | [Python, SQL] |
      When Sam changes the user richard@example.com to have:
        | city | Tulsa |
      Then the user richard@example.com is shown with:
        | city      | Tulsa         |
        | languages | [Python, SQL] |
      And the user's version is 2
      And the user was updated just now
      And the user richard@example.com is kept as shown

  Rule: Only what is named is changed

    Example: Richard's other attributes stay
      Given the user richard@example.com with:
        | city  | Oslo |
        | phone | 555  |
      When Sam changes the user richard@example.com to have:
        | city | Tulsa |
      Then only city, version and updated_at of the user have changed

    Example: Another user stays as it is
      Given the user richard@example.com
      And the user ada@example.com with:
        | city | London |
      When Sam changes the user richard@example.com to have:
        | city | Tulsa |
      Then the user ada@example.com is kept as shown

    Example: A part of an attribute is changed
      Given the user richard@example.com with:
        | address.city | Oslo |
        | address.zip  | 0150 |
      When Sam changes the user richard@example.com to have:
        | address.city | Tulsa |
      Then the user richard@example.com is shown with:
        | address.city | Tulsa |
        | address.zip  | 0150  |

    Example: A part is added to an attribute that was not there
      Given the user richard@example.com
      When Sam changes the user richard@example.com to have:
        | address.city | Tulsa |
      Then the user richard@example.com is shown with:
        | address.city | Tulsa |
      And the user richard@example.com is kept as shown

    Example: A list is changed as a whole
      Given the user richard@example.com with:
        | languages | [Python, SQL] |
      When Sam changes the user richard@example.com to have:
        | languages | [Java] |
      Then the user richard@example.com is shown with:
        | languages | [Java] |

    Example: Several attributes at once
      Given the user richard@example.com with:
        | city | Oslo |
      When Sam changes the user richard@example.com to have:
        | city  | Tulsa |
        | phone | 555   |
      Then the user richard@example.com is shown with:
        | city  | Tulsa |
        | phone | 555   |
      And the user's version is 2

  Rule: An attribute can be removed

    Example: Richard takes his phone number back
      Given the user richard@example.com with:
        | phone | 555  |
        | city  | Oslo |
      When Sam removes phone from the user richard@example.com
      Then the user has no phone
      And the user richard@example.com is shown with:
        | city | Oslo |
      And the user richard@example.com is kept as shown

    Example: Richard removes a part of his address
      Given the user richard@example.com with:
        | address.city | Oslo |
        | address.zip  | 0150 |
      When Sam removes address.zip from the user richard@example.com
      Then the user has no address.zip
      And the user richard@example.com is shown with:
        | address.city | Oslo |

    Example: What is not there can be removed
      Given the user richard@example.com
      When Sam removes phone from the user richard@example.com
      Then the user has no phone
      And the user's version is 2

  Rule: An update never creates a user

    Example: Sam updates somebody unknown
      When Sam changes the user nobody@example.com to have:
        | city | Tulsa |
      Then this is refused because there is no such user
      And nothing was changed

    Example: Sam updates Ada after she was deleted
      Given the user ada@example.com
      And the user ada@example.com was deleted
      When Sam changes the user ada@example.com to have:
        | city | Tulsa |
      Then this is refused because there is no such user
      And nothing was changed

  Rule: What the service keeps itself cannot be changed

    Scenario Outline: Sam wants to change <attribute>
      Given the user ada@example.com
      When Sam changes the user ada@example.com to have:
        | <attribute> | <value> |
      Then this is refused because <attribute> is kept by the service
      And nothing was changed

      Examples: What makes the key
        | attribute | value             |
        | email     | bob@example.com   |
        | char      | b                 |

      Examples: What tells the story
        | attribute  | value             |
        | created_at | 1566162573        |
        | human_date | yesterday         |
        | updated_at | 1566162573.595367 |
        | version    | 7                 |
